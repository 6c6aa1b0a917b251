/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // No picture is ever resized: the route that would do so for anybody is not served.
  images: { unoptimized: true },
  experimental: { authInterrupts: true },
  // Browsers ask for it on their own, sometimes before they have read which icon there is.
  rewrites: () => Promise.resolve([{ source: '/favicon.ico', destination: '/icon.svg' }]),
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
