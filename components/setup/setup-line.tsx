import { useFormats, useTexts } from '#language';
import type { ReactNode } from 'react';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TONE_TEXT } from '#components/ui/tone.ts';
import type { SetupItem } from '#lib/queries/schemas/setup.ts';
import { SetAside } from './set-aside.tsx';
import { SetupCommands } from './setup-commands.tsx';
import { HiddenValues } from './hidden-values.tsx';
import { SETUP_LOOKS } from './setup-looks.ts';

type SetupLineProps = { item: SetupItem; period: string; open?: boolean };

/** One thing to connect: what its absence hides, what to do about it, and where that is written. */
export function SetupLine({ item, period, open = false }: SetupLineProps) {
  const t = useTexts('setup');
  const { step, state } = item;
  const { tone, icon } = SETUP_LOOKS[state];
  return (
    <details open={open} className="group">
      <summary className="flex items-start gap-3 px-5 py-2.5 hover:bg-subtle/60 max-sm:flex-wrap max-sm:gap-y-1">
        <Icon name={icon} className={`mt-0.5 size-5 ${TONE_TEXT[tone]}`} />
        <span className="min-w-0 flex-1 max-sm:basis-3/5">
          <span className="block text-sm font-medium">{t(`of.${step}.title`)}</span>
          {state !== 'done' && <span className="block text-sm text-soft">{t(`of.${step}.hides`)}</span>}
        </span>
        <span
          className={`text-xs leading-5 font-medium whitespace-nowrap max-sm:order-last max-sm:basis-full max-sm:pl-8 ${TONE_TEXT[tone]}`}
        >
          {t(`state.${state}`)}
        </span>
        <Icon name="right" className="chevron-on-open mt-0.5 size-4 text-faint" />
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-5 pt-1 pb-5 pl-13 text-sm max-sm:pl-5">
        <HiddenValues item={item} period={period} />
        <StateNote item={item} />
        <ToDo item={item} />
        <Rests source={item.source} />
        {item.maySetAside && state !== 'done' && (
          <ClientTexts areas={['setAside']}>
            <SetAside step={step} isAside={item.setAside} />
          </ClientTexts>
        )}
      </div>
    </details>
  );
}

function StateNote({ item: { state, setAside } }: { item: SetupItem }) {
  const t = useTexts('setup');
  return (
    <>
      {state === 'failed' && <p>{t.rich('failed', { link: <AppLink href="/sync" className="link" /> })}</p>}
      {state === 'later' && <p className="text-soft">{t('later')}</p>}
      {setAside && state !== 'done' && <p className="text-faint">{t('asideNote')}</p>}
    </>
  );
}

/** Where a step's own words lead. */
const PAGES: Partial<Record<SetupItem['step'], string>> = {
  'first-sync': '/sync',
  'link-credentials': '/links',
};

/** Steps that ask something of a customer. */
const ASKS: ReadonlySet<SetupItem['step']> = new Set<SetupItem['step']>([
  'delegated-reader',
  'customer-consent',
  'customer-directory',
]);

function ToDo({ item: { step, state, commands } }: { item: SetupItem }) {
  const t = useTexts('setup');
  const causes = useTexts('causes');
  if (state === 'done') return null;
  const link = <AppLink href={PAGES[step] ?? '/imports'} className="link" />;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="max-w-prose">
        <h3 className="font-semibold">{t('toDo')}</h3>
        <p>{t.rich(`of.${step}.how`, { link })}</p>
        {ASKS.has(step) && <p className="pt-1 text-xs text-faint">{causes('askingRule')}</p>}
      </div>
      <SetupCommands step={step} commands={commands} />
    </section>
  );
}

function Rests({ source }: Pick<SetupItem, 'source'>) {
  const t = useTexts('setup');
  const { date } = useFormats();
  if (source === null) return null;
  const link = <PublicPage address={source.address} />;
  return (
    <p className="text-xs text-faint">
      {t.rich('source', { title: source.title, date: date(source.date), link })}
    </p>
  );
}

const PublicPage = ({ address, children }: { address: string; children?: ReactNode }) => (
  <a href={address} className="link" target="_blank" rel="noreferrer">
    {children}
  </a>
);
