/**
 * Django: `RedirectView`, `redirect(…, preserve_request=True)` (5.2), a middleware (SECURE_SSL_HOST leaves https on another
 * host alone). Flask: `redirect(location, code)`, Werkzeug's ProxyFix.
 */
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";

export const djangoRecipes: StackRecipes = {
  permanent: `# urls.py
from django.views.generic import RedirectView

path("old/", RedirectView.as_view(
    url="/new/", permanent=True, query_string=True)),  # 301`,
  "keep-method": `# Django 5.2
from django.shortcuts import redirect

def old(request):
    query = request.META["QUERY_STRING"]
    url = f"/new/?{query}" if query else "/new/"
    # 307; with permanent=True: 308
    return redirect(url, preserve_request=True)`,
  "see-other": `from django.http import HttpResponseRedirect

def form(request):
    # …
    return HttpResponseRedirect("/thanks/", status=303)`,
  "one-host": `# the first in MIDDLEWARE; behind a proxy: SECURE_PROXY_SSL_HEADER
from django.http import HttpResponsePermanentRedirect

def one_host(get_response):
    def middleware(request):
        if request.is_secure() and request.get_host() == "example.com":
            return get_response(request)
        url = "https://example.com" + request.get_full_path()
        return HttpResponsePermanentRedirect(url)  # 301
    return middleware`,
  "behind-proxy": `# settings.py; only if your proxy always sets these headers
USE_X_FORWARDED_HOST = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")`,
};

export const flaskRecipes: StackRecipes = {
  permanent: `@app.get("/old")
def old():
    query = request.query_string.decode()
    url = f"/new?{query}" if query else "/new"
    return redirect(url, code=301)`,
  "keep-method": `@app.route("/old", methods=["GET", "POST"])
def old():
    query = request.query_string.decode()
    url = f"/new?{query}" if query else "/new"
    return redirect(url, code=307)  # or 308`,
  "see-other": `@app.post("/form")
def form():
    # …
    return redirect("/thanks", code=303)`,
  "one-host": `# from urllib.parse import urlsplit, urlunsplit
@app.before_request
def one_host():
    # behind a proxy: werkzeug.middleware.proxy_fix
    url = urlsplit(request.url)
    if url[:2] != ("https", "example.com"):
        return redirect(urlunsplit(("https", "example.com", *url[2:])), code=301)`,
  "behind-proxy": `from werkzeug.middleware.proxy_fix import ProxyFix

# 1: the number of proxies in front that set the header
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)`,
};
