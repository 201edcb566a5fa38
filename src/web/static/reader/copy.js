// Copies what stands in a field beside a button, and says so in the button.
export function copySnippet({ target }) {
  const button = target.closest?.('[data-copy]')
  if (!button) return
  document.getElementById(button.dataset.copy).select()
  if (document.execCommand('copy')) button.textContent = button.dataset.copied // the clipboard's own interface is refused without TLS
}
