/**
 * Rails: `redirect` in routes (its default is 301; `path:` keeps the query), `redirect_to … status:`, ActionDispatch::SSL.
 * Laravel: `redirect($to, $status)` (`Route::redirect` drops the query), a middleware.
 */
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";

export const railsRecipes: StackRecipes = {
  permanent: `# config/routes.rb
get "/old", to: redirect(path: "/new", status: 301)`,
  "keep-method": `# config/routes.rb
match "/old", to: redirect(path: "/new", status: 307), via: :all # or 308`,
  "see-other": `def create
  # …
  redirect_to "/thanks", status: :see_other # 303
end`,
  "one-host": `# config/environments/production.rb
config.force_ssl = true # 301, POST: 308; and HSTS, subdomains too
config.ssl_options = { redirect: { host: "example.com" } }

# config/routes.rb
match "(*path)", via: :all, constraints: { host: "www.example.com" },
  to: redirect(status: 301) { |_, request|
    "https://example.com#{request.fullpath}"
  }`,
  "behind-proxy": `# config/environments/production.rb
# the proxy has to set Host or X-Forwarded-Host, and X-Forwarded-Proto
config.assume_ssl = true # only if TLS always ends at the proxy (Rails 7.1)`,
};

export const laravelRecipes: StackRecipes = {
  permanent: `Route::get('/old', function (Request $request) {
    $query = $request->getQueryString();
    return redirect('/new'.($query ? "?$query" : ''), 301);
});`,
  "keep-method": `Route::any('/old', function (Request $request) {
    $query = $request->getQueryString();
    return redirect('/new'.($query ? "?$query" : ''), 307); // or 308
});`,
  "see-other": `Route::post('/form', function (Request $request) {
    // …
    return redirect('/thanks', 303);
});`,
  "one-host": `// a middleware; behind a proxy: trustProxies
public function handle(Request $request, Closure $next)
{
    if ($request->secure() && $request->getHost() === 'example.com') {
        return $next($request);
    }
    return redirect()->away('https://example.com'.$request->getRequestUri(), 301);
}`,
  "behind-proxy": `// bootstrap/app.php
->withMiddleware(function (Middleware $middleware) {
    $middleware->trustProxies(at: ['10.0.0.0/8']); // your proxy
})`,
};
