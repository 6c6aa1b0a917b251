import { ACEProvisioningManagementPartnerAPI } from '@azure/arm-managementpartner';
import type { z } from 'zod';
import type { LinkMethod, PartnerLink } from '#lib/core/facts.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential } from '../conversation.ts';
import { AzureFailure } from '../failure.ts';
import { scopeOf } from '../settings.ts';
import { readTokenOwner } from '../token-owner.ts';
import { mapLink } from './map.ts';
import { partnerWire } from './wire.ts';

const subject = { source: 'partner-link', audience: 'resource-manager' } as const;

/** Azure shows a link to its own identity only; it answers 404 where there is none. */
async function readPartner(caller: Caller): Promise<z.infer<typeof partnerWire> | null> {
  const { client, answer } = converse(
    caller,
    subject,
    (options) => new ACEProvisioningManagementPartnerAPI(pipelineCredential, options),
  );
  try {
    return await answer(partnerWire, () => client.partners.get());
  } catch (error) {
    if (!(error instanceof AzureFailure) || error.kind !== 'not-found') throw error;
    // Microsoft publishes no code for it: the log keeps what came.
    caller.log.info(
      { source: subject.source, code: error.code, tenantId: caller.tenantId },
      'no partner link',
    );
    return null;
  }
}

export async function readPartnerLink(
  caller: Caller,
  { displayName, how }: { displayName: string | null; how: LinkMethod },
): Promise<PartnerLink> {
  const wire = await readPartner(caller);
  const owner = readTokenOwner(await caller.token(scopeOf(caller.settings, subject.audience)));
  const tenantId = wire?.properties.tenantId ?? owner.tenantId ?? caller.tenantId;
  const principalId = wire?.properties.objectId ?? owner.objectId;
  if (principalId === null) {
    const message = 'token: names no object id of its identity';
    throw new AzureFailure({ kind: 'malformed', source: subject.source, message });
  }
  const checkedAt = new Date(caller.now()).toISOString();
  return { tenantId, principalId, displayName, how, checkedAt, link: mapLink(wire) };
}
