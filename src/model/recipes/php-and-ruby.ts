/**
 * Rails: `redirect` in routes (its default is 301), `redirect_to … status:`, ActionDispatch::SSL. Laravel: `Route::redirect`
 * (takes every method), `redirect($to, $status)`, a middleware.
 */
import type { StackRecipes } from "./recipe.ts";

export const railsRecipes: StackRecipes = {
  permanent: `# config/routes.rb
get "/old", to: redirect("/new", status: 301)`,
  "keep-method": `# config/routes.rb
match "/old", to: redirect("/new", status: 307), via: :all # or 308`,
  "see-other": `def create
  # …
  redirect_to "/thanks", status: :see_other # 303
end`,
  "one-host": `# config/environments/production.rb
config.force_ssl = true # GET: 301
config.ssl_options = { redirect: { host: "example.com" } }

# config/routes.rb
match "(*path)", to: redirect(host: "example.com", status: 301), via: :all,
  constraints: { host: "www.example.com" }`,
};

export const laravelRecipes: StackRecipes = {
  permanent: `Route::redirect('/old', '/new', 301);`,
  "keep-method": `Route::redirect('/old', '/new', 307); // or 308`,
  "see-other": `Route::post('/form', function (Request $request) {
    // …
    return redirect('/thanks', 303);
});`,
  "one-host": `// a middleware
public function handle(Request $request, Closure $next)
{
    if ($request->secure() && $request->getHost() === 'example.com') {
        return $next($request);
    }
    return redirect()->away('https://example.com'.$request->getRequestUri(), 301);
}`,
};
