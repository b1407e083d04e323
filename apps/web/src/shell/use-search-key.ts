import { useEffect } from 'react';

/** Opens the search on Ctrl+K (⌘K), or on “/” while nothing is being typed. */
export function useSearchKey(open: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null;
      const chord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!chord && (event.key !== '/' || typing)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [open]);
}
