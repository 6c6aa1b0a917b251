type Policy = {
  nonce: string;
  /** Where MSAL asks for tokens; null on pages that do not load it. */
  authorityOrigin: string | null;
  /** Only the renewal page is shown in a frame, and only in one of ours. */
  isFramedByUs: boolean;
  /** Development alone: React's and Next's tools evaluate code. */
  isDevelopment: boolean;
  upgrade: boolean;
};

/** The Content-Security-Policy of one answer. */
export function contentPolicy({
  nonce,
  authorityOrigin,
  isFramedByUs,
  isDevelopment,
  upgrade,
}: Policy): string {
  const script = [
    "'self'",
    `'nonce-${nonce}'`,
    "'strict-dynamic'",
    ...(isDevelopment ? ["'unsafe-eval'"] : []),
  ];
  const directives: readonly (readonly [string, ...string[]])[] = [
    ['default-src', "'none'"],
    ['script-src', ...script],
    ['style-src', "'self'", `'nonce-${nonce}'`, ...(isDevelopment ? ["'unsafe-inline'"] : [])],
    // Bars and charts carry their widths as attributes; no text of anyone's reaches them.
    ['style-src-attr', "'unsafe-inline'"],
    ['img-src', "'self'", 'data:'],
    ['font-src', "'self'"],
    ['connect-src', "'self'", ...(authorityOrigin === null ? [] : [authorityOrigin])],
    ['frame-src', "'self'"],
    ['manifest-src', "'self'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ['frame-ancestors', isFramedByUs ? "'self'" : "'none'"],
    ...(upgrade ? [['upgrade-insecure-requests'] as const] : []),
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}
