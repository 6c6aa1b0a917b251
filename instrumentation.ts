/** Next calls this once before it serves anything. */
export async function register(): Promise<void> {
  // Next replaces the variable when it builds; the other runtime must not even load the database.
  if (process.env['NEXT_RUNTIME'] === 'edge') return;
  // A build serves nobody; the data folder may belong to a server that runs meanwhile.
  if (process.env['NEXT_PHASE'] === 'phase-production-build') return;
  const { startServer } = await import('./instrumentation-node.ts');
  await startServer();
}
