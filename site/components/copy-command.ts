/** How long the button says what became of the copying. */
const saidMs = 2000;

/** <copy-command>: a command and a button that copies it, or selects it where that is forbidden. */
class CopyCommand extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const code = this.querySelector('code');
    if (!button || !code) return;
    const label = button.textContent;
    button.hidden = false;
    const copy = async (): Promise<void> => {
      const isCopied = await copied(code);
      button.textContent = this.dataset[isCopied ? 'copied' : 'failed'] ?? label;
      setTimeout(() => (button.textContent = label), saidMs);
    };
    button.addEventListener('click', () => void copy());
  }
}

async function copied(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    // A page without HTTPS may not write to the clipboard; the reader's own shortcut always can.
    getSelection()?.selectAllChildren(code);
    return false;
  }
}

customElements.define('copy-command', CopyCommand);
