/**
 * Express: `res.redirect([status,] path)`, `req.secure` with "trust proxy". Next.js: `redirects` in next.config.js, where
 * `permanent` means 308 or 307 and `statusCode` any other; `NextResponse.redirect(url, status)`.
 */
import type { StackRecipes } from "./recipe.ts";

export const expressRecipes: StackRecipes = {
  permanent: `app.get("/old", (req, res) => res.redirect(301, "/new"));`,
  "keep-method": `app.all("/old", (req, res) => res.redirect(307, "/new")); // or 308`,
  "see-other": `app.post("/form", (req, res) => {
  // …
  res.redirect(303, "/thanks");
});`,
  "one-host": `app.set("trust proxy", 1); // 1 proxy
app.use((req, res, next) => {
  if (req.secure && req.hostname === "example.com") return next();
  res.redirect(301, \`https://example.com\${req.originalUrl}\`);
});`,
};

export const nextRecipes: StackRecipes = {
  permanent: `// next.config.js
module.exports = {
  async redirects() {
    return [{ source: "/old", destination: "/new", statusCode: 301 }];
  },
};`,
  "keep-method": `// next.config.js
module.exports = {
  async redirects() {
    // permanent: false = 307, true = 308
    return [{ source: "/old", destination: "/new", permanent: false }];
  },
};`,
  "see-other": `// app/form/route.js
import { NextResponse } from 'next/server';

export async function POST(request) {
  // …
  return NextResponse.redirect(new URL("/thanks", request.url), 303);
}`,
  "one-host": `// next.config.js
const destination = "https://example.com/:path*";
const from = (has) => ({ source: "/:path*", has: [has], destination, statusCode: 301 });

module.exports = {
  async redirects() {
    return [
      from({ type: "host", value: "www.example.com" }),
      from({ type: "header", key: "x-forwarded-proto", value: "http" }),
    ];
  },
};`,
};
