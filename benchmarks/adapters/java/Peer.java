import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Lucene for the benchmark: "build ARTICLES INDEX", "query INDEX WORDS" for one phrase on the terminal, and "serve
 * INDEX", which answers a question a line on standard input and times itself, so that no pipe is in the numbers.
 */
public final class Peer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Float> WEIGHTS = new LinkedHashMap<>();
  private static final int FRAGMENTS = 3;
  private static final int WARM = 20;

  static {
    WEIGHTS.put("headline", 4f);
    WEIGHTS.put("subheads", 2f);
    WEIGHTS.put("body", 1f);
    WEIGHTS.put("byline", 1f);
  }

  private static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          StandardTokenizer words = new StandardTokenizer();
          TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
          return new TokenStreamComponents(words, new SnowballFilter(folded, new EnglishStemmer()));
        }

        @Override
        public int getPositionIncrementGap(String field) {
          return 100;
        }
      };

  private final IndexSearcher searcher;
  private final UnifiedHighlighter highlighter;
  private final Set<String> warm = new HashSet<>();

  private Peer(Path index) throws IOException {
    searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(index)));
    searcher.setQueryCache(null); // A question asked again is to be answered again.
    highlighter = UnifiedHighlighter.builder(searcher, ANALYZER).withMaxLength(Integer.MAX_VALUE - 1).build();
  }

  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "version" -> System.out.println(Version.LATEST);
      case "build" -> System.out.println(build(Path.of(arguments[1]), Path.of(arguments[2])));
      case "query" -> new Peer(Path.of(arguments[1])).print(arguments[2]);
      default -> new Peer(Path.of(arguments[1])).serve();
    }
  }

  private static int build(Path articles, Path index) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(ANALYZER).setRAMBufferSizeMB(512);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), config);
        BufferedReader lines = Files.newBufferedReader(articles)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        writer.addDocument(document((ObjectNode) JSON.readTree(line)));
      }
      writer.commit();
      return writer.getDocStats().numDocs;
    }
  }

  private static Document document(ObjectNode article) {
    Document document = new Document();
    document.add(new TextField("headline", article.remove("headline").asText(), Field.Store.YES));
    document.add(new TextField("body", article.remove("body").asText(), Field.Store.YES));
    for (JsonNode subhead : article.get("subheads")) {
      document.add(new TextField("subheads", subhead.get("text").asText(), Field.Store.NO));
    }
    for (JsonNode author : article.get("authors")) {
      document.add(new TextField("byline", author.get("name").asText(), Field.Store.NO));
      document.add(new StringField("author", author.get("name").asText(), Field.Store.NO));
    }
    document.add(new StringField("id", article.remove("id").asText(), Field.Store.YES));
    if (article.hasNonNull("published")) {
      LocalDate day = LocalDate.parse(article.get("published").asText().substring(0, 10));
      document.add(new IntField("day", (int) ChronoUnit.DAYS.between(LocalDate.of(1, 1, 1), day) + 1, Field.Store.NO));
    }
    document.add(new StoredField("rest", article.toString()));
    return document;
  }

  private void print(String words) throws IOException {
    ObjectNode question = JSON.createObjectNode().put("shape", "phrase").put("author", "").put("first", 0);
    for (String word : words.split(" ")) {
      question.withArray("words").add(word);
    }
    Query query = query(question);
    TopDocs found = search(query, 10, true);
    StringBuilder page = new StringBuilder(found.totalHits.value + " articles\n\n");
    int number = 0;
    for (String[] shown : page(query, found)) {
      page.append(++number).append(". ").append(shown[0]).append("\n   ").append(shown[1]).append("\n\n");
    }
    System.out.print(page);
  }

  private void serve() throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode question = JSON.readTree(line);
      // What the compiler needs to see often is asked often before it counts.
      for (int turn = warm.add(line) ? WARM : 0; turn > 0; turn--) {
        answer(question);
      }
      long begun = System.nanoTime();
      TopDocs found = answer(question);
      long took = System.nanoTime() - begun;
      ObjectNode answer = JSON.createObjectNode().put("seconds", took / 1e9).put("total", found.totalHits.value);
      answer.putArray("ids");
      for (ScoreDoc hit : found.scoreDocs) {
        answer.withArray("ids").add(searcher.storedFields().document(hit.doc, Set.of("id")).get("id"));
      }
      System.out.println(answer);
    }
  }

  private TopDocs answer(JsonNode question) throws IOException {
    Query query = query(question);
    TopDocs found = search(query, question.get("limit").asInt(), question.get("mode").asText().equals("total"));
    if (question.get("mode").asText().equals("page")) {
      page(query, found);
    }
    return found;
  }

  private TopDocs search(Query query, int limit, boolean total) throws IOException {
    return searcher.search(query, new TopScoreDocCollectorManager(limit, null, total ? Integer.MAX_VALUE : 1));
  }

  private List<String[]> page(Query query, TopDocs found) throws IOException {
    String[] fragments = highlighter.highlight("body", query, found, FRAGMENTS);
    List<String[]> shown = new ArrayList<>();
    for (int at = 0; at < found.scoreDocs.length; at++) {
      Document stored = searcher.storedFields().document(found.scoreDocs[at].doc, Set.of("headline"));
      shown.add(new String[] {stored.get("headline"), fragments[at]});
    }
    return shown;
  }

  private static Query query(JsonNode question) throws IOException {
    Query words = words(question);
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, Occur.MUST);
    if (question.get("first").asInt() > 0) {
      all.add(IntField.newRangeQuery("day", question.get("first").asInt(), question.get("last").asInt()), Occur.FILTER);
    }
    if (!question.get("author").asText().isEmpty()) {
      all.add(new TermQuery(new Term("author", question.get("author").asText())), Occur.FILTER);
    }
    BooleanQuery filtered = all.build();
    return filtered.clauses().size() > 1 ? filtered : words;
  }

  private static Query words(JsonNode question) throws IOException {
    List<String> stems = new ArrayList<>();
    for (JsonNode word : question.get("words")) {
      stems.add(stem(word.asText()));
    }
    String first = question.get("words").get(0).asText();
    return switch (question.get("shape").asText()) {
      case "prefix" -> weighted(field -> new PrefixQuery(new Term(field, first)));
      case "fuzzy" -> weighted(field -> new FuzzyQuery(new Term(field, stems.get(0)), 1, 1));
      case "phrase" -> weighted(field -> new PhraseQuery(field, stems.toArray(String[]::new)));
      case "any" -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        stems.forEach(stem -> add(any, field -> new TermQuery(new Term(field, stem))));
        yield any.build();
      }
      default -> {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        stems.forEach(stem -> all.add(weighted(field -> new TermQuery(new Term(field, stem))), Occur.MUST));
        yield all.build();
      }
    };
  }

  private interface Part {
    Query in(String field);
  }

  private static Query weighted(Part part) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    add(any, part);
    return any.build();
  }

  private static void add(BooleanQuery.Builder any, Part part) {
    WEIGHTS.forEach((field, weight) -> any.add(new BoostQuery(part.in(field), weight), Occur.SHOULD));
  }

  private static String stem(String word) throws IOException {
    try (TokenStream stream = ANALYZER.tokenStream("body", word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      return stream.incrementToken() ? term.toString() : word;
    }
  }
}
