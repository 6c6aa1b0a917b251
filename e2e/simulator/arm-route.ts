import type { Answer, Api, Call, Params } from './http.ts';
import type { Simulation } from './simulation.ts';
import type { Caller } from './tokens.ts';

/** A call whose token, version and method have been accepted. */
export type ArmCall = { call: Call; params: Params; caller: Caller; simulation: Simulation };
export type ArmHandler = (armCall: ArmCall) => Answer | Promise<Answer>;

export type ArmRoute = {
  api: Api;
  pattern: string;
  version: string | readonly string[];
  methods: Readonly<Record<string, ArmHandler>>;
};
