/**
 * Express: `res.redirect([status,] path)`, `req.secure` with "trust proxy". Next.js: `redirects` in next.config.js, where
 * `permanent` means 308 or 307 and `statusCode` any other, and the query is kept; a Response with a relative Location, since
 * `NextResponse.redirect` wants a whole URL and `request.url` names the machine's own host, not the one that was asked.
 */
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";

export const expressRecipes: StackRecipes = {
  permanent: ({ from, to }) => `app.get("${from}", (req, res) => {
  const { search } = new URL(req.url, "http://example.com");
  res.redirect(301, \`${to}\${search}\`);
});`,
  "keep-method": ({ from, to }) => `app.all("${from}", (req, res) => {
  const { search } = new URL(req.url, "http://example.com");
  res.redirect(307, \`${to}\${search}\`); // or 308
});`,
  "see-other": ({ from, to }) => `app.post("${from}", (req, res) => {
  // …
  res.redirect(303, "${to}");
});`,
  "one-host": ({ host }) => `app.set("trust proxy", 1); // 1 proxy
app.use((req, res, next) => {
  if (req.secure && req.hostname === "${host}") return next();
  res.redirect(301, \`https://${host}\${req.originalUrl}\`);
});`,
  "behind-proxy": ({ from, to }) => `app.set("trust proxy", "loopback, uniquelocal"); // where your proxy is

app.get("${from}", (req, res) => {
  res.redirect("${to}"); // a path: right behind any proxy
  // req.protocol and req.hostname are the public ones now
});`,
};

export const nextRecipes: StackRecipes = {
  permanent: ({ from, to }) => `// next.config.js
module.exports = {
  async redirects() {
    return [{ source: "${from}", destination: "${to}", statusCode: 301 }];
  },
};`,
  "keep-method": ({ from, to }) => `// next.config.js
module.exports = {
  async redirects() {
    // permanent: false = 307, true = 308
    return [{ source: "${from}", destination: "${to}", permanent: false }];
  },
};`,
  "see-other": ({ from, to }) => `// app${folder(from)}/route.js
export async function POST(request) {
  // …
  return new Response(null, { status: 303, headers: { Location: "${to}" } });
}`,
  "one-host": ({ host, otherHost }) => `// next.config.js
const destination = "https://${host}/:path*";
const from = (has) => ({ source: "/:path*", has: [has], destination, statusCode: 301 });

module.exports = {
  async redirects() {
    return [
      from({ type: "host", value: "${otherHost}" }),
      from({ type: "header", key: "x-forwarded-proto", value: "http" }),
    ];
  },
};`,
  "behind-proxy": ({ from, to }) => `// app${folder(from)}/route.js
// behind a proxy, request.url has the internal address: send a path
export async function GET() {
  return new Response(null, { status: 307, headers: { Location: "${to}" } });
}`,
};

function folder(path: string): string {
  return path.replace(/\/$/, "");
}
