import { useTexts } from '#language';
import { CopyText } from '#components/ui/copy-text.tsx';
import { ScrolledText } from '#components/ui/scrolled-text.tsx';
import { BUTTON } from '#components/ui/button.ts';
import type { Remedy } from '#lib/queries/schemas/findings.ts';

type Command = Remedy['commands'][number];

const FILES: Record<Command['shell'], string | null> = {
  'azure-cli': null,
  powershell: null,
  arm: 'delegation.json',
  bicep: 'delegation.bicep',
};

const LONG = 900;

type CommandGroupProps = { purpose: Command['purpose']; commands: readonly Command[]; findingId: string };

/** All ways of doing one thing: any of them is enough. */
export function CommandGroup({ purpose, commands, findingId }: CommandGroupProps) {
  const t = useTexts('remedies');
  const name = t(`purpose.${purpose}`);
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t pt-4">
      <h3 className="text-sm font-semibold">
        {commands.length > 1
          ? t.rich('byOneOf', { name, faint: <span className="font-normal text-faint" /> })
          : name}
      </h3>
      {commands.map((command) => (
        <CommandBlock key={command.shell} command={command} findingId={findingId} />
      ))}
    </section>
  );
}

/** One text to copy; templates are files as well, and stay folded because they are long. */
function CommandBlock({ command: { shell, text }, findingId }: { command: Command; findingId: string }) {
  const t = useTexts('remedies');
  const name = t(`shell.${shell}`);
  const file = FILES[shell];
  const code = file === null ? <CommandText text={text} /> : <ScrolledText text={text} name={name} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="text-sm text-soft">{name}</h4>
        <div className="flex flex-wrap gap-2 print:hidden">
          {file !== null && (
            <a href={`/api/v1/findings/${findingId}/files/${file}`} className={BUTTON.plain} download>
              {t('download', { file })}
            </a>
          )}
          <CopyText text={text} label={name} />
        </div>
      </header>
      {text.length < LONG ? (
        code
      ) : (
        <details className="group">
          <summary className="rounded-sm text-sm text-accent hover:underline">{t('showText')}</summary>
          <div className="pt-2">{code}</div>
        </details>
      )}
    </div>
  );
}

/** Wraps, so that all of a line is seen before it is copied; a template keeps its lines. */
const CommandText = ({ text }: { text: string }) => (
  <pre className="rounded-md border bg-subtle px-4 py-3 font-mono text-xs leading-relaxed break-words whitespace-pre-wrap">
    <code>{text}</code>
  </pre>
);
