export const session = {
  failed: 'This page could not be shown',
  failedWhy:
    'Reading what is stored here failed. Nothing was lost or changed. Try again; if it stays, the server’s log says why.',
  reference: 'Reference for the log: <code>{reference}</code>',
  tryAgain: 'Try again',
  renewal: 'Session renewal',
  ended: 'Your session has ended',
  endsAt: 'Your session ends at {time}',
  signInAgain: 'Sign in again',
  nothingLost: 'You come back to this view, and nothing you typed is lost.',
} as const;
