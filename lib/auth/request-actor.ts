import 'server-only';
import { cache } from 'react';
import { type Actor, LOCAL_ADMIN } from './actor.ts';

/** Who asks in the present request: every query and command starts here. */
export const requestActor = cache(async (): Promise<Actor> => LOCAL_ADMIN);
