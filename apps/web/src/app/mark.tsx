import classes from './mark.module.css';

interface MarkProps {
  /** Height in px. */
  size?: number;
}

/** Himpun's own mark: three rings that hold each other. Decorative; the name stands beside it. */
export function Mark({ size = 32 }: MarkProps) {
  return (
    <svg
      className={classes.mark}
      viewBox="4 3 32 33"
      height={size}
      width={size}
      aria-hidden
      focusable="false"
    >
      <path
        className={classes.third}
        d="M27.49 18.43A8.6 8.6 0 0 1 25.43 20.87M20.08 22.8A8.6 8.6 0 1 1 28.49 12.83"
      />
      <path d="M18.14 28.17A8.6 8.6 0 0 1 17.05 25.17M18.05 19.57A8.6 8.6 0 1 1 22.49 31.84" />
      <path d="M14.37 15.2A8.6 8.6 0 0 1 17.51 15.76M21.86 19.43A8.6 8.6 0 1 1 9.02 17.13" />
    </svg>
  );
}
