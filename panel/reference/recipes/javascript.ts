/**
 * Express: `res.redirect([status,] path)`, `req.secure` with "trust proxy". Next.js: `redirects` in next.config.js, where
 * `permanent` means 308 or 307 and `statusCode` any other, and the query is kept; a Response with a relative Location, since
 * `NextResponse.redirect` wants a whole URL and `request.url` names the machine's own host, not the one that was asked.
 */
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";

export const expressRecipes: StackRecipes = {
  permanent: `app.get("/old", (req, res) => {
  const { search } = new URL(req.url, "http://example.com");
  res.redirect(301, \`/new\${search}\`);
});`,
  "keep-method": `app.all("/old", (req, res) => {
  const { search } = new URL(req.url, "http://example.com");
  res.redirect(307, \`/new\${search}\`); // or 308
});`,
  "see-other": `app.post("/form", (req, res) => {
  // …
  res.redirect(303, "/thanks");
});`,
  "one-host": `app.set("trust proxy", 1); // 1 proxy
app.use((req, res, next) => {
  if (req.secure && req.hostname === "example.com") return next();
  res.redirect(301, \`https://example.com\${req.originalUrl}\`);
});`,
  "behind-proxy": `app.set("trust proxy", "loopback, uniquelocal"); // where your proxy is

app.get("/old", (req, res) => {
  res.redirect("/new"); // a path: right behind any proxy
  // req.protocol and req.hostname are the public ones now
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
export async function POST(request) {
  // …
  return new Response(null, { status: 303, headers: { Location: "/thanks" } });
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
  "behind-proxy": `// app/old/route.js
// behind a proxy, request.url has the internal address: send a path
export async function GET() {
  return new Response(null, { status: 307, headers: { Location: "/new" } });
}`,
};
