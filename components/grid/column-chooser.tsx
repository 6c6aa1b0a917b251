import { useTexts } from '#language';
import { addressWith, type AddressQuery } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Drawn } from '#components/drawn/drawn.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';

/** Only what is always shown. */
const NONE = 'none';

type ColumnChooserProps = {
  path: string;
  query: AddressQuery;
  /** All that may be shown or not, in their order. */
  all: readonly { id: string; title: string }[];
  shown: readonly string[];
};

/** Which columns a list shows; the choice is in the address, and so in a kept view. */
export function ColumnChooser({ path, query, all, shown }: ColumnChooserProps) {
  const t = useTexts('lists');
  const hrefOf = (id: string): string => {
    const wanted = all.filter((column) => (column.id === id) !== shown.includes(column.id));
    return addressWith(path, query, { columns: wanted.map((column) => column.id).join(',') || NONE });
  };
  return (
    <Drawn of={null}>
      <Menu id="columns" label={t('columns')} className={BUTTON.plain} boxClassName="w-60 p-1">
        <ul className="grid">
          {all.map(({ id, title }) => {
            const isShown = shown.includes(id);
            return (
              <li key={id}>
                <AppLink href={hrefOf(id)} scroll={false} className="menu-item">
                  {t.rich(isShown ? 'hide' : 'show', {
                    column: title,
                    hidden: <span className="sr-only" />,
                  })}
                  {isShown && <Icon name="done" className="ml-auto size-3.5" />}
                </AppLink>
              </li>
            );
          })}
          {query['columns'] !== undefined && (
            <li className="border-t">
              <AppLink
                href={addressWith(path, query, { columns: undefined })}
                scroll={false}
                className="menu-item"
              >
                {t('usual')}
              </AppLink>
            </li>
          )}
        </ul>
      </Menu>
    </Drawn>
  );
}
