// The mark: the three shapes that stand for QoS 0, 1 and 2 all over the lab.
export function LogoMark() {
  return (
    <svg width="28" height="14" viewBox="0 0 28 14" aria-hidden="true" focusable="false">
      <circle cx="5" cy="8" r="4.5" fill="var(--q0)" />
      <path d="M14 3.2 19 12.5H9z" fill="var(--q1)" />
      <rect x="19" y="3.7" width="8.8" height="8.8" fill="var(--q2)" />
    </svg>
  );
}
