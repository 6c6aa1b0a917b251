/** Connection lost or refused, too many of them, server stopped or starting, a wait that was broken up. */
const PASSING = /^(08...|53300|57P0[1-5]|25P03|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
/** Where the driver gives no code. */
const LOST = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** The database failed what may well succeed when it is asked again: nothing is wrong with the question. */
export function isPassingFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return PASSING.test(code) || LOST.test(error.message) || isPassingFault(error.cause);
}
