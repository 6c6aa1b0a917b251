/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // No picture is ever resized: the route that would do so for anybody is not served.
  images: { unoptimized: true },
  experimental: { authInterrupts: true },
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
