/**
 * Spring MVC: `ResponseEntity`, `HandlerInterceptor`. ASP.NET Core: `Results.Redirect(url, permanent,
 * preserveMethod)`, which has no 303.
 */
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";

export const springRecipes: StackRecipes = {
  permanent: `@GetMapping("/old")
ResponseEntity<Void> old(HttpServletRequest request) {
    String query = request.getQueryString();
    return ResponseEntity
        .status(HttpStatus.MOVED_PERMANENTLY) // 301
        .header("Location", "/new" + (query == null ? "" : "?" + query))
        .build();
}`,
  "keep-method": `@RequestMapping("/old")
ResponseEntity<Void> old(HttpServletRequest request) {
    String query = request.getQueryString();
    return ResponseEntity
        .status(HttpStatus.TEMPORARY_REDIRECT) // 307; 308: PERMANENT_REDIRECT
        .header("Location", "/new" + (query == null ? "" : "?" + query))
        .build();
}`,
  "see-other": `@PostMapping("/form")
ResponseEntity<Void> form() {
    // …
    return ResponseEntity
        .status(HttpStatus.SEE_OTHER) // 303
        .location(URI.create("/thanks"))
        .build();
}`,
  "one-host": `// HandlerInterceptor
// behind a proxy: server.forward-headers-strategy=framework
public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.isSecure() && request.getServerName().equals("example.com")) return true;
    String query = request.getQueryString();
    response.setStatus(301);
    response.setHeader("Location",
        "https://example.com" + request.getRequestURI() + (query == null ? "" : "?" + query));
    return false;
}`,
  "behind-proxy": `# application.properties; only if your proxy always sets X-Forwarded-*
server.forward-headers-strategy=framework`,
};

export const aspNetRecipes: StackRecipes = {
  permanent: `app.MapGet("/old", (HttpRequest request) =>
    Results.Redirect("/new" + request.QueryString, permanent: true)); // 301`,
  "keep-method": `// 307; with permanent: true, too: 308
app.Map("/old", (HttpRequest request) =>
    Results.Redirect("/new" + request.QueryString, preserveMethod: true));`,
  "see-other": `app.MapPost("/form", (HttpResponse response) =>
{
    // …
    response.Headers.Location = "/thanks";
    return Results.StatusCode(StatusCodes.Status303SeeOther);
});`,
  "one-host": `// behind a proxy: app.UseForwardedHeaders() first
using Microsoft.AspNetCore.Http.Extensions;

app.Use(async (context, next) =>
{
    var request = context.Request;
    var url = "https://example.com" + request.GetEncodedPathAndQuery();
    if (request.IsHttps && request.Host.Host == "example.com") await next(context);
    else context.Response.Redirect(url, permanent: true); // 301
});`,
  "behind-proxy": `builder.Services.Configure<ForwardedHeadersOptions>(options =>
{
    options.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
    options.KnownProxies.Add(IPAddress.Parse("10.0.0.2")); // your proxy
});

app.UseForwardedHeaders(); // before everything else`,
};
