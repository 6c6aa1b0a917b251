import { useTexts } from '#language';
import { CopyText } from '#components/ui/copy-text.tsx';
import type { SetupItem } from '#lib/queries/schemas/setup.ts';

const CAPITALS = /\b[A-Z]+_(TENANT_ID|ID|RESOURCE_ID)\b|\b(NAME|SECRET)\b/;

/** Steps that no command does. */
const BY_HAND: ReadonlySet<SetupItem['step']> = new Set<SetupItem['step']>(['first-sync']);

type SetupCommandsProps = Pick<SetupItem, 'step' | 'commands'>;

/** Texts to copy; nothing is run from here. */
export function SetupCommands({ step, commands }: SetupCommandsProps) {
  const t = useTexts('setup');
  if (BY_HAND.has(step)) return null;
  if (commands.length === 0) return <p className="text-faint">{t('askAdmin')}</p>;
  return (
    <>
      {commands.map(({ kind, text }) => (
        <div key={text} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h4 className="text-xs font-medium text-faint">{t(`kind.${kind}`)}</h4>
            <CopyText text={text} label={t(`kind.${kind}`)} />
          </div>
          <pre className="overflow-x-auto rounded-md border bg-subtle px-3 py-2 font-mono text-xs leading-relaxed break-words whitespace-pre-wrap">
            <code>{text}</code>
          </pre>
        </div>
      ))}
      {commands.some(({ text }) => CAPITALS.test(text)) && (
        <p className="text-xs text-faint">{t('fillIn')}</p>
      )}
    </>
  );
}
