import { z } from 'zod';
import { optionalBoolean, optionalText, pageOf, principalId } from '../wire.ts';

const principals = z.array(z.object({ id: principalId })).nullish();
const texts = z.array(z.string()).nullish();

export const denyAssignmentWire = z.object({
  id: z.string().min(1),
  properties: z.object({
    denyAssignmentName: optionalText,
    scope: z.string(),
    permissions: z.array(z.object({ actions: texts, notActions: texts })).nullish(),
    principals,
    excludePrincipals: principals,
    doNotApplyToChildScopes: optionalBoolean,
    isSystemProtected: optionalBoolean,
  }),
});

export const denyAssignmentPage = pageOf(denyAssignmentWire);
