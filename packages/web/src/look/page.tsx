import type { ReactNode } from 'react';
export default function LookPage(): ReactNode {
  return <p>look</p>;
}
