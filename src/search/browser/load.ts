declare global {
  interface Window {
    /** Called by each file of the index with its name and what it holds. */
    chancerySearch?: (name: string, text: string) => void;
  }
}

const FOLDER = 'search/';

/**
 * Loads a file of the index as a script: what a page that was opened from a disk may load as well, where it may fetch nothing. Such a file holds a string
 * and the call that hands it over.
 */
export function loader(): (name: string) => Promise<string> {
  const waiting = new Map<string, (text: string) => void>();
  window.chancerySearch = (name, text) => waiting.get(name)?.(text);
  return (name) =>
    new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement('script');
      script.src = `${FOLDER}${name}.js`;
      script.onerror = () => reject(new Error(name));
      script.onload = () => {
        script.remove();
        waiting.delete(name);
        // A file that has loaded and handed nothing over is none of the index.
        reject(new Error(name));
      };
      document.head.append(script);
    });
}
