import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** What stands above every printed page: what it is, and on which day it was printed. Not seen on the screen. */
export function PrintHead() {
  const [at, setAt] = useState(() => new Date());
  const [title, setTitle] = useState('');
  useEffect(() => {
    // At once: what is not drawn when this returns is not printed.
    const look = () =>
      flushSync(() => {
        setAt(new Date());
        setTitle(document.title);
      });
    window.addEventListener('beforeprint', look);
    return () => window.removeEventListener('beforeprint', look);
  }, []);
  return (
    <p className="printOnly">
      {title || 'Goodterms'}, printed on {at.toLocaleDateString('en-US', { dateStyle: 'long' })}
    </p>
  );
}
