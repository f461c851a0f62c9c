// The page's language before anything of it is painted: ?lang=be
{
  const language = new URLSearchParams(location.search).get('lang') ?? '';
  if (/^[a-z]{2}$/.test(language)) document.documentElement.lang = language;
}
