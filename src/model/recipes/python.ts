/**
 * Django: `RedirectView`, `redirect(…, preserve_request=True)` (5.2), SecurityMiddleware. Flask: `redirect(location, code)`,
 * Werkzeug's ProxyFix.
 */
import type { StackRecipes } from "./recipe.ts";

export const djangoRecipes: StackRecipes = {
  permanent: `# urls.py
from django.views.generic import RedirectView

path("old/", RedirectView.as_view(url="/new/", permanent=True)),  # 301`,
  "keep-method": `# Django 5.2
from django.shortcuts import redirect

def old(request):
    # 307; with permanent=True: 308
    return redirect("/new/", preserve_request=True)`,
  "see-other": `from django.http import HttpResponseRedirect

def form(request):
    # …
    return HttpResponseRedirect("/thanks/", status=303)`,
  "one-host": `# settings.py: django.middleware.security.SecurityMiddleware
SECURE_SSL_REDIRECT = True  # 301
SECURE_SSL_HOST = "example.com"
# SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")`,
};

export const flaskRecipes: StackRecipes = {
  permanent: `@app.get("/old")
def old():
    return redirect("/new", code=301)`,
  "keep-method": `@app.route("/old", methods=["GET", "POST"])
def old():
    return redirect("/new", code=307)  # or 308`,
  "see-other": `@app.post("/form")
def form():
    # …
    return redirect("/thanks", code=303)`,
  "one-host": `# from urllib.parse import urlsplit, urlunsplit
@app.before_request
def one_host():
    url = urlsplit(request.url)  # proxy: werkzeug.middleware.proxy_fix
    if url[:2] != ("https", "example.com"):
        return redirect(urlunsplit(("https", "example.com", *url[2:])), code=301)`,
};
