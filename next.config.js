/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  experimental: { authInterrupts: true },
  serverExternalPackages: [
    '@duckdb/node-api',
    '@electric-sql/pglite',
    'pg',
    'pino',
    'proper-lockfile',
    '@azure/identity',
    '@azure/msal-node',
  ],
};

export default config;
