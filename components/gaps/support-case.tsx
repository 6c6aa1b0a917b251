import { BUTTON } from '#components/ui/button.ts';
import { Card } from '#components/ui/card.tsx';
import { CopyText } from '#components/ui/copy-text.tsx';
import { formatInstant } from '#components/ui/format-dates.ts';
import type { SupportCase as Case } from '#lib/queries/schemas/findings.ts';

const ROUTES: Readonly<Record<string, string>> = {
  'partner-center-billing': 'Partner Center, Help + support, a billing case',
  'indirect-provider': 'your indirect provider, who opens the case: resellers cannot',
};

/** The evidence for Microsoft, where only Microsoft can tell. */
export function SupportCase({ supportCase, findingId }: { supportCase: Case; findingId: string }) {
  const { route, notBefore, text } = supportCase;
  return (
    <Card
      title="The case for Microsoft"
      note={
        <>
          Through {ROUTES[route] ?? route}
          {notBefore === null
            ? ', once whole days without credit are settled.'
            : `, not before ${formatInstant(notBefore)}.`}
        </>
      }
      aside={
        <div className="flex flex-wrap gap-2 print:hidden">
          <a href={`/api/v1/findings/${findingId}/files/support-case.json`} className={BUTTON.plain} download>
            Download as JSON
          </a>
          <CopyText text={text} label="the text" />
        </div>
      }
    >
      <pre className="max-h-96 overflow-auto rounded-md border bg-subtle px-4 py-3 font-mono text-xs leading-relaxed print:max-h-none print:whitespace-pre-wrap">
        <code>{text}</code>
      </pre>
    </Card>
  );
}
