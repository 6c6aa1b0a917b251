'use client';

import { useCallback, useState } from 'react';
import { Grid } from '#components/grid/grid.tsx';
import type { ShownGrid } from '#components/grid/grid-shape.ts';
import type { Draw } from '#components/grid/part-view.tsx';
import type { Link } from '#lib/queries/schemas/links.ts';
import { AttestationDrafts } from './attestation-drafts.ts';
import { AttestationForm, type Attesting } from './attestation-form.tsx';

type LinkGridProps = {
  grid: ShownGrid;
  now: string;
  /** null where the one who looks may attest nothing. */
  attesting: Attesting | null;
};

/** The identities, with a form for whoever may give their word for a link. */
export function LinkGrid({ grid, now, attesting }: LinkGridProps) {
  const [drafts] = useState(() => new AttestationDrafts());
  const draw = useCallback<Draw>(
    (value, stop) =>
      attesting !== null && (
        // Only links are drawn by their page: they are what its columns put there.
        <AttestationForm link={value as Link} {...{ attesting, now, drafts, stop }} />
      ),
    [attesting, now, drafts],
  );
  return <Grid grid={grid} bulk={null} renderOwn={draw} />;
}
