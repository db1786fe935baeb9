/**
 * Spring MVC: `ResponseEntity`, `HandlerInterceptor`. ASP.NET Core: `Results.Redirect(url, permanent,
 * preserveMethod)`, which has no 303.
 */
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";

export const springRecipes: StackRecipes = {
  permanent: ({ from, to }) => `@GetMapping("${from}")
ResponseEntity<Void> old(HttpServletRequest request) {
    String query = request.getQueryString();
    return ResponseEntity
        .status(HttpStatus.MOVED_PERMANENTLY) // 301
        .header("Location", "${to}" + (query == null ? "" : "?" + query))
        .build();
}`,
  "keep-method": ({ from, to }) => `@RequestMapping("${from}")
ResponseEntity<Void> old(HttpServletRequest request) {
    String query = request.getQueryString();
    return ResponseEntity
        .status(HttpStatus.TEMPORARY_REDIRECT) // 307; 308: PERMANENT_REDIRECT
        .header("Location", "${to}" + (query == null ? "" : "?" + query))
        .build();
}`,
  "see-other": ({ from, to }) => `@PostMapping("${from}")
ResponseEntity<Void> form() {
    // …
    return ResponseEntity
        .status(HttpStatus.SEE_OTHER) // 303
        .location(URI.create("${to}"))
        .build();
}`,
  "one-host": ({ host }) => `// HandlerInterceptor
// behind a proxy: server.forward-headers-strategy=framework
public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.isSecure() && request.getServerName().equals("${host}")) return true;
    String query = request.getQueryString();
    response.setStatus(301);
    response.setHeader("Location",
        "https://${host}" + request.getRequestURI() + (query == null ? "" : "?" + query));
    return false;
}`,
  "behind-proxy": () => `# application.properties; only if your proxy always sets X-Forwarded-*
server.forward-headers-strategy=framework`,
};

export const aspNetRecipes: StackRecipes = {
  permanent: ({ from, to }) => `app.MapGet("${from}", (HttpRequest request) =>
    Results.Redirect("${to}" + request.QueryString, permanent: true)); // 301`,
  "keep-method": ({ from, to }) => `// 307; with permanent: true, too: 308
app.Map("${from}", (HttpRequest request) =>
    Results.Redirect("${to}" + request.QueryString, preserveMethod: true));`,
  "see-other": ({ from, to }) => `app.MapPost("${from}", (HttpResponse response) =>
{
    // …
    response.Headers.Location = "${to}";
    return Results.StatusCode(StatusCodes.Status303SeeOther);
});`,
  "one-host": ({ host }) => `// behind a proxy: app.UseForwardedHeaders() first
using Microsoft.AspNetCore.Http.Extensions;

app.Use(async (context, next) =>
{
    var request = context.Request;
    var url = "https://${host}" + request.GetEncodedPathAndQuery();
    if (request.IsHttps && request.Host.Host == "${host}") await next(context);
    else context.Response.Redirect(url, permanent: true); // 301
});`,
  "behind-proxy": () => `builder.Services.Configure<ForwardedHeadersOptions>(options =>
{
    options.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
    options.KnownProxies.Add(IPAddress.Parse("10.0.0.2")); // your proxy
});

app.UseForwardedHeaders(); // before everything else`,
};
