(function () {
  var tools = document.getElementById('tools');
  var text = document.getElementById('search');
  var state = document.getElementById('state');
  var found = document.getElementById('found');
  var items = Array.prototype.slice.call(document.querySelectorAll('[data-item]'));
  function matches(item, words, wanted) {
    var content = item.dataset.content || (item.dataset.content = item.textContent.toLowerCase());
    return words.every(function (word) { return content.indexOf(word) >= 0; }) &&
      (!wanted || item.dataset.item.split(' ').indexOf(wanted) >= 0);
  }
  function filter() {
    var words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    items.forEach(function (item) {
      var shows = matches(item, words, state.value);
      item.hidden = !shows;
      shown += shows ? 1 : 0;
    });
    found.textContent = words.length || state.value ? shown + ' of ' + items.length + ' entries' : '';
  }
  text.addEventListener('input', filter);
  state.addEventListener('change', filter);
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('#broken details').forEach(function (each) { each.open = true; });
  });
  tools.hidden = false;
})();
