/** Tabs above the view, as the ARIA pattern has them: one stop for the Tab key, arrows move between them. */
import { element } from '../lib/dom';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly panel: HTMLElement;
}

export interface Tabs {
  readonly element: HTMLElement;
  chosen(): string;
  choose(id: string): void;
}

export function createTabs(tabs: readonly Tab[], first: string, changed: (id: string) => void): Tabs {
  let chosen = tabs.some(({ id }) => id === first) ? first : tabs[0]?.id ?? '';
  const buttons = tabs.map(({ id, label, panel }) => {
    const button = element('button', { type: 'button', role: 'tab', id: `tab-${id}`, class: 'tab', 'aria-controls': `panel-${id}` }, label);
    panel.id = `panel-${id}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${id}`);
    button.addEventListener('click', () => choose(id));
    return button;
  });
  const list = element('div', { role: 'tablist', class: 'tabs' }, ...buttons);
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = (at + step + tabs.length) % tabs.length;
    if (step === 0) return;
    choose(tabs[next]?.id ?? chosen);
    buttons[next]?.focus();
    event.preventDefault();
  });
  function paint(): void {
    tabs.forEach(({ id, panel }, i) => {
      buttons[i]?.setAttribute('aria-selected', String(id === chosen));
      buttons[i]?.setAttribute('tabindex', id === chosen ? '0' : '-1');
      panel.hidden = id !== chosen;
    });
  }
  function choose(id: string): void {
    chosen = id;
    paint();
    changed(id);
  }
  paint();
  return { element: list, chosen: () => chosen, choose };
}
