/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // No picture is ever resized: the route that would do so for anybody is not served.
  images: { unoptimized: true },
  // `npm test` and `npm run check` do it, by the same compiler: whoever only starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
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
