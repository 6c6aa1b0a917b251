import { Card } from '#components/ui/card.tsx';

const PLACES = [
  {
    title: 'Partner Center: daily rated usage',
    steps: [
      'Sign in to Partner Center as billing admin or admin agent.',
      'Open Billing, then Billing history (or Daily usage).',
      'In the row of a month choose Daily rated usage: billed for a closed month, unbilled for the open one.',
      'Keep all columns. The file may come as gzip or zip: give it as it is.',
    ],
  },
  {
    title: 'Azure portal: cost details and exports',
    steps: [
      'Open Cost Management with the scope of your billing account, a billing profile or a customer. A subscription tells no credit.',
      'Open Exports, or Usage + charges for a single download.',
      'Take actual cost of one month, or a FOCUS export; every partition of it, or the folder as a zip.',
    ],
  },
  {
    title: 'Partner Center: invoice reconciliation',
    steps: [
      'In the same Billing history choose the reconciliation file of an invoice.',
      'It tells no days and no resources, so it is only compared with what else is held.',
    ],
  },
] as const;

/** For somebody who has none of the files yet. */
export const WhereFilesAre = () => (
  <Card title="Where these files are" note="Recognised by their columns, whatever the name.">
    <div className="grid gap-6 md:grid-cols-3">
      {PLACES.map(({ title, steps }) => (
        <section key={title} className="grid content-start gap-2">
          <h3 className="text-sm font-semibold">{title}</h3>
          <ol className="grid list-decimal gap-1 pl-5 text-sm text-soft">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
    </div>
    <p className="mt-5 max-w-prose text-sm text-soft">
      CSV, JSON lines or Parquet, also compressed with gzip or zip. A file proves who earned credit and what
      was missed. Who is linked, and why credit is missing, only Azure can tell: connect it later, and the
      reasons appear beside the same figures.
    </p>
  </Card>
);
