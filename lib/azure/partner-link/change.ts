import { ACEProvisioningManagementPartnerAPI } from '@azure/arm-managementpartner';
import { z } from 'zod';
import type { PartnerId } from '#lib/core/ids.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential } from '../conversation.ts';

export type LinkChange =
  | { kind: 'create'; partnerId: PartnerId }
  | { kind: 'change'; partnerId: PartnerId }
  | { kind: 'remove'; partnerId: PartnerId };

/** Sets, changes or removes the link of the identity whose token it is; what Azure answers is read afterwards. */
export async function applyLinkChange(caller: Caller, { kind, partnerId }: LinkChange): Promise<void> {
  const { client, answer } = converse(
    caller,
    { source: 'partner-link', audience: 'resource-manager' },
    (options) => new ACEProvisioningManagementPartnerAPI(pipelineCredential, options),
  );
  const ask = {
    create: () => client.partner.create(partnerId),
    change: () => client.partner.update(partnerId),
    remove: () => client.partner.delete(partnerId),
  }[kind];
  await answer(z.unknown(), ask);
}
