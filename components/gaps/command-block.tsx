import { CopyText } from '#components/ui/copy-text.tsx';
import { BUTTON } from '#components/ui/button.ts';
import type { Remedy } from '#lib/queries/schemas/findings.ts';

type Command = Remedy['commands'][number];

const SHELLS: Record<Command['shell'], { name: string; file: string | null }> = {
  'azure-cli': { name: 'Azure CLI', file: null },
  powershell: { name: 'PowerShell', file: null },
  arm: { name: 'ARM template', file: 'delegation.json' },
  bicep: { name: 'Bicep file', file: 'delegation.bicep' },
};

const LONG = 900;

const PURPOSES: Record<Command['purpose'], string> = {
  onboard: 'Delegate',
  aobo: 'Give the agent group its role',
  'direct-role': 'Give the role',
  link: 'Link the partner ID',
  relink: 'Change the partner ID',
};

/** One text to copy; templates are files as well, and stay folded because they are long. */
export function CommandBlock({
  command: { shell, text, purpose },
  findingId,
}: {
  command: Command;
  findingId: string;
}) {
  const { name, file } = SHELLS[shell];
  const code = (
    <pre className="overflow-x-auto rounded-md border bg-subtle px-4 py-3 font-mono text-xs leading-relaxed print:whitespace-pre-wrap">
      <code>{text}</code>
    </pre>
  );
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-sm font-semibold">
          {PURPOSES[purpose]} <span className="font-normal text-faint">{name}</span>
        </h3>
        <div className="flex flex-wrap gap-2 print:hidden">
          {file !== null && (
            <a href={`/api/v1/findings/${findingId}/files/${file}`} className={BUTTON.plain} download>
              Download {file}
            </a>
          )}
          <CopyText text={text} label={name} />
        </div>
      </header>
      {text.length < LONG ? (
        code
      ) : (
        <details className="group">
          <summary className="rounded-sm text-sm text-accent hover:underline">Show the text</summary>
          <div className="pt-2">{code}</div>
        </details>
      )}
    </section>
  );
}
