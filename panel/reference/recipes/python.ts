/**
 * Django: `RedirectView`, `redirect(…, preserve_request=True)` (5.2), a middleware (SECURE_SSL_HOST leaves https on another
 * host alone). Flask: `redirect(location, code)`, Werkzeug's ProxyFix.
 */
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";

export const djangoRecipes: StackRecipes = {
  permanent: ({ from, to }) => `# urls.py
from django.views.generic import RedirectView

path("${from.slice(1)}", RedirectView.as_view(
    url="${to}", permanent=True, query_string=True)),  # 301`,
  "keep-method": ({ to }) => `# Django 5.2
from django.shortcuts import redirect

def old(request):
    query = request.META["QUERY_STRING"]
    url = f"${to}?{query}" if query else "${to}"
    # 307; with permanent=True: 308
    return redirect(url, preserve_request=True)`,
  "see-other": ({ to }) => `from django.http import HttpResponseRedirect

def form(request):
    # …
    return HttpResponseRedirect("${to}", status=303)`,
  "one-host": ({ host }) => `# the first in MIDDLEWARE; behind a proxy: SECURE_PROXY_SSL_HEADER
from django.http import HttpResponsePermanentRedirect

def one_host(get_response):
    def middleware(request):
        if request.is_secure() and request.get_host() == "${host}":
            return get_response(request)
        url = "https://${host}" + request.get_full_path()
        return HttpResponsePermanentRedirect(url)  # 301
    return middleware`,
  "behind-proxy": () => `# settings.py; only if your proxy always sets these headers
USE_X_FORWARDED_HOST = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")`,
};

export const flaskRecipes: StackRecipes = {
  permanent: ({ from, to }) => `@app.get("${from}")
def old():
    query = request.query_string.decode()
    url = f"${to}?{query}" if query else "${to}"
    return redirect(url, code=301)`,
  "keep-method": ({ from, to }) => `@app.route("${from}", methods=["GET", "POST"])
def old():
    query = request.query_string.decode()
    url = f"${to}?{query}" if query else "${to}"
    return redirect(url, code=307)  # or 308`,
  "see-other": ({ from, to }) => `@app.post("${from}")
def form():
    # …
    return redirect("${to}", code=303)`,
  "one-host": ({ host }) => `# from urllib.parse import urlsplit, urlunsplit
@app.before_request
def one_host():
    # behind a proxy: werkzeug.middleware.proxy_fix
    url = urlsplit(request.url)
    if url[:2] != ("https", "${host}"):
        return redirect(urlunsplit(("https", "${host}", *url[2:])), code=301)`,
  "behind-proxy": () => `from werkzeug.middleware.proxy_fix import ProxyFix

# 1: the number of proxies in front that set the header
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)`,
};
