import type { z } from 'zod';
import type { PartnerLink } from '#lib/core/facts.ts';
import type { partnerWire } from './wire.ts';

type PartnerWire = z.infer<typeof partnerWire>;

/** Linking again keeps createdTime, so the present link is only sure since updatedTime (contracts.md section 4). */
export function mapLink(wire: PartnerWire | null): PartnerLink['link'] {
  if (wire === null || wire.properties.state?.toLowerCase() === 'deleted') return { state: 'not-linked' };
  const { partnerId, partnerName, updatedTime, createdTime } = wire.properties;
  return { state: 'linked', partnerId, partnerName, since: updatedTime ?? createdTime };
}
