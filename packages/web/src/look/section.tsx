import { useId, type ReactNode } from 'react';

export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="look-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="look-items">{children}</div>
    </section>
  );
}
