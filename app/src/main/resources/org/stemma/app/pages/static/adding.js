// Looks again by itself while somebody looks; without this script a link does the same.
const LATER = 2000;

const look = () => {
  if (document.visibilityState === "visible") {
    location.replace(location.href);
  } else {
    setTimeout(look, LATER);
  }
};

setTimeout(look, LATER);
