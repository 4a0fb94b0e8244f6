console.log("specimen");
