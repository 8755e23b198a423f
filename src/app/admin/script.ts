/** The page's script: it tries a query again whenever typing pauses. Without it, the button does. */
export const SCRIPT = `for (const form of document.querySelectorAll('form[data-tries]')) {
  const field = form.elements.namedItem('query');
  const shown = document.getElementById('preview');
  let pause;
  let latest = 0;
  const look = () => {
    const turn = ++latest;
    const sent = new URLSearchParams(new FormData(form));
    sent.set('act', 'try');
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.responseType = 'document';
    request.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
    request.onload = () => {
      const fresh = request.response && request.response.getElementById('preview');
      if (turn === latest && fresh) shown.replaceChildren(...fresh.childNodes);
    };
    request.send(sent.toString());
  };
  field.addEventListener('input', () => {
    clearTimeout(pause);
    if (field.value.trim() !== '') pause = setTimeout(look, 400);
  });
}
`;
