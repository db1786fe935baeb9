/**
 * Spring MVC: `ResponseEntity.status(…).location(…)`, `HandlerInterceptor`. ASP.NET Core: `Results.Redirect(url, permanent,
 * preserveMethod)`, which has no 303.
 */
import type { StackRecipes } from "./recipe.ts";

export const springRecipes: StackRecipes = {
  permanent: `@GetMapping("/old")
ResponseEntity<Void> old() {
    return ResponseEntity
        .status(HttpStatus.MOVED_PERMANENTLY) // 301
        .location(URI.create("/new"))
        .build();
}`,
  "keep-method": `@RequestMapping("/old")
ResponseEntity<Void> old() {
    return ResponseEntity
        .status(HttpStatus.TEMPORARY_REDIRECT) // 307; 308: PERMANENT_REDIRECT
        .location(URI.create("/new"))
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
  "one-host": `// HandlerInterceptor; WebMvcConfigurer.addInterceptors
public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.isSecure() && request.getServerName().equals("example.com")) return true;
    String query = request.getQueryString();
    response.setStatus(301);
    response.setHeader("Location",
        "https://example.com" + request.getRequestURI() + (query == null ? "" : "?" + query));
    return false;
}`,
};

export const aspNetRecipes: StackRecipes = {
  permanent: `app.MapGet("/old", () => Results.Redirect("/new", permanent: true)); // 301`,
  "keep-method": `// 307; with permanent: true, too: 308
app.Map("/old", () => Results.Redirect("/new", preserveMethod: true));`,
  "see-other": `app.MapPost("/form", (HttpResponse response) =>
{
    // …
    response.Headers.Location = "/thanks";
    return Results.StatusCode(StatusCodes.Status303SeeOther);
});`,
  "one-host": `using Microsoft.AspNetCore.Http.Extensions;

app.Use(async (context, next) =>
{
    var request = context.Request;
    if (request.IsHttps && request.Host.Host == "example.com") await next(context);
    else context.Response.Redirect("https://example.com" + request.GetEncodedPathAndQuery(), permanent: true); // 301
});`,
};
