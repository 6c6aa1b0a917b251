import { useFormats, useTexts } from '#language';
import { Drawn } from '#components/drawn/drawn.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';

type PeriodPickerProps = {
  period: string;
  /** Months that hold costs, newest first. */
  periods: string[];
  hrefOf: (period: string) => string;
};

/** Months as links: older, newer, and a list. */
export const PeriodPicker = (props: PeriodPickerProps) => (
  <Drawn of={null}>
    <Months {...props} />
  </Drawn>
);

function Months({ period, periods, hrefOf }: PeriodPickerProps) {
  const t = useTexts('layout');
  const { month: formatMonth } = useFormats();
  const at = periods.indexOf(period);
  const older = at === -1 ? undefined : periods[at + 1];
  const newer = at > 0 ? periods[at - 1] : undefined;
  return (
    <>
      <p className="hidden text-sm font-medium print:block">{formatMonth(period)}</p>
      <nav aria-label={t('period')} className="flex items-center gap-1 print:hidden">
        <Step href={older === undefined ? null : hrefOf(older)} icon="left" label={t('earlierMonth')} />
        <Menu
          id="months"
          className="inline-flex min-w-36 cursor-pointer items-center justify-center gap-1.5 rounded-md border bg-surface px-3 py-1.5 text-sm font-medium hover:border-line-strong"
          boxClassName="max-h-80 min-w-36 overflow-auto p-1"
          label={
            <>
              {formatMonth(period)}
              <Icon name="down" className="size-3.5 text-faint" />
            </>
          }
        >
          <ul>
            {periods.map((month) => (
              <li key={month}>
                <AppLink
                  href={hrefOf(month)}
                  aria-current={month === period ? 'true' : undefined}
                  className="block rounded-sm px-3 py-1.5 text-sm whitespace-nowrap hover:bg-subtle aria-[current]:font-semibold"
                >
                  {formatMonth(month)}
                </AppLink>
              </li>
            ))}
          </ul>
        </Menu>
        <Step href={newer === undefined ? null : hrefOf(newer)} icon="right" label={t('laterMonth')} />
      </nav>
    </>
  );
}

function Step({ href, icon, label }: { href: string | null; icon: 'left' | 'right'; label: string }) {
  const box = 'grid size-8 place-items-center rounded-md';
  if (href === null) {
    return (
      <span className={`${box} text-line-strong`} aria-hidden="true">
        <Icon name={icon} />
      </span>
    );
  }
  return (
    <AppLink href={href} aria-label={label} className={`${box} text-soft hover:bg-subtle hover:text-ink`}>
      <Icon name={icon} />
    </AppLink>
  );
}
