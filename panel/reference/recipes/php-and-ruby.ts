/**
 * Rails: `redirect` in routes (its default is 301; `path:` keeps the query), `redirect_to … status:`, ActionDispatch::SSL.
 * Laravel: `redirect($to, $status)` (`Route::redirect` drops the query), a middleware.
 */
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";

export const railsRecipes: StackRecipes = {
  permanent: ({ from, to }) => `# config/routes.rb
get "${from}", to: redirect(${redirectOptions(to)}, status: 301)`,
  "keep-method": ({ from, to }) => `# config/routes.rb
match "${from}", to: redirect(${redirectOptions(to)}, status: 307), via: :all # or 308`,
  "see-other": ({ to }) => `def create
  # …
  redirect_to "${to}", status: :see_other # 303
end`,
  "one-host": ({ host, otherHost }) => `# config/environments/production.rb
config.force_ssl = true # 301, POST: 308; and HSTS, subdomains too
config.ssl_options = { redirect: { host: "${host}" } }

# config/routes.rb
match "(*path)", via: :all, constraints: { host: "${otherHost}" },
  to: redirect(status: 301) { |_, request|
    "https://${host}#{request.fullpath}"
  }`,
  "behind-proxy": () => `# config/environments/production.rb
# the proxy has to set Host or X-Forwarded-Host, and X-Forwarded-Proto
config.assume_ssl = true # only if TLS always ends at the proxy (Rails 7.1)`,
};

export const laravelRecipes: StackRecipes = {
  permanent: ({ from, to }) => `Route::get('${from}', function (Request $request) {
    $query = $request->getQueryString();
    return redirect('${to}'.($query ? "?$query" : ''), 301);
});`,
  "keep-method": ({ from, to }) => `Route::any('${from}', function (Request $request) {
    $query = $request->getQueryString();
    return redirect('${to}'.($query ? "?$query" : ''), 307); // or 308
});`,
  "see-other": ({ from, to }) => `Route::post('${from}', function (Request $request) {
    // …
    return redirect('${to}', 303);
});`,
  "one-host": ({ host }) => `// a middleware; behind a proxy: trustProxies
public function handle(Request $request, Closure $next)
{
    if ($request->secure() && $request->getHost() === '${host}') {
        return $next($request);
    }
    return redirect()->away('https://${host}'.$request->getRequestUri(), 301);
}`,
  "behind-proxy": () => `// bootstrap/app.php
->withMiddleware(function (Middleware $middleware) {
    $middleware->trustProxies(at: ['10.0.0.0/8']); // your proxy
})`,
};

/** `redirect` keeps the query only if it gets the parts of a URL. */
function redirectOptions(target: string): string {
  if (target.startsWith("/")) return `path: "${target}"`;
  const { protocol, hostname, port, pathname } = new URL(target);
  const portOption = port === "" ? "" : `, port: ${port}`;
  return `protocol: "${protocol.slice(0, -1)}", host: "${hostname}"${portOption}, path: "${pathname}"`;
}
