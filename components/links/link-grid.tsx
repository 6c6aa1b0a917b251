'use client';

import { Grid } from '#components/grid/grid.tsx';
import type { ShownGrid } from '#components/grid/grid-shape.ts';
import type { Link } from '#lib/queries/schemas/links.ts';
import { AttestationForm, type Attesting } from './attestation-form.tsx';

type LinkGridProps = {
  grid: ShownGrid;
  now: string;
  /** null where the one who looks may attest nothing. */
  attesting: Attesting | null;
};

/** The identities, with a form for whoever may give their word for a link. */
export const LinkGrid = ({ grid, now, attesting }: LinkGridProps) => (
  <Grid
    grid={grid}
    bulk={null}
    renderOwn={(value) =>
      attesting !== null && (
        // Only links are drawn by their page: they are what its columns put there.
        <AttestationForm link={value as Link} attesting={attesting} now={now} />
      )
    }
  />
);
