/** The path of a content script as it was built, for registering it at run time. */
declare module '*?script' {
  const path: string;
  export default path;
}
