/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Next holds the body of a request in memory while proxy.ts looks at it: the largest file that may be uploaded.
  experimental: { authInterrupts: true, proxyClientMaxBodySize: '256mb' },
  serverExternalPackages: [
    '@duckdb/node-api',
    '@electric-sql/pglite',
    'pg',
    'pg-boss',
    'pino',
    'prom-client',
    'proper-lockfile',
    '@azure/identity',
    '@azure/msal-node',
  ],
};

export default config;
