<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module core (P5 ch. 3): paragraphs, highlighting, quotation, references, breaks. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Identity and appearance, for elements that carry them over. -->
  <xsl:template name="attributes">
    <xsl:param name="class" as="xs:string?" select="()"/>
    <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
    <xsl:variable name="classes" as="xs:string*" select="$class,
      if (@rendition) then tokenize(@rendition) ! ('rendition-' || substring-after(., '#')) else (),
      if (@rend) then c:rend-classes(@rend) else ()"/>
    <xsl:if test="exists($classes)"><xsl:attribute name="class" select="$classes" separator=" "/></xsl:if>
    <xsl:if test="contains(@rend, ':')"><xsl:attribute name="style" select="c:style(@rend)"/></xsl:if>
    <xsl:if test="@type"><xsl:attribute name="data-type" select="normalize-space(@type)"/></xsl:if>
    <xsl:if test="@xml:lang"><xsl:attribute name="lang" select="@xml:lang"/></xsl:if>
  </xsl:template>

  <!-- @rend as class names; "cetner" is the series' own misprint. -->
  <xsl:function name="c:rend-classes" as="xs:string*">
    <xsl:param name="rend" as="xs:string"/>
    <xsl:sequence select="if (contains($rend, ':')) then ()
      else tokenize($rend) ! (if (. = 'cetner') then 'rend-center' else 'rend-' || .)"/>
  </xsl:function>

  <!-- @rend as CSS ("padding-left: 3em; width: 90%"): only lengths are let through. -->
  <xsl:function name="c:style" as="xs:string">
    <xsl:param name="rend" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($rend, ';') ! normalize-space(.)
      [matches(., '^(padding|margin|text-indent|width)[a-z-]*: ?[0-9.]+(em|rem|pt|px|%)$')], '; ')"/>
  </xsl:function>

  <xsl:template match="p" mode="render" priority="20">
    <p>
      <xsl:if test="@*"><xsl:call-template name="attributes"/></xsl:if>
      <xsl:apply-templates mode="render"/>
    </p>
  </xsl:template>

  <xsl:template match="ab" mode="render">
    <p><xsl:call-template name="attributes"><xsl:with-param name="class" select="'ab'"/></xsl:call-template><xsl:apply-templates mode="render"/></p>
  </xsl:template>

  <xsl:template match="lb" mode="render"><br/></xsl:template>
  <xsl:template match="cb" mode="render"><span class="cb"/></xsl:template>
  <!-- A part of the work begins that is no division: what it is and its number, as of a page. -->
  <xsl:template match="milestone" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'milestone'"/></xsl:call-template>
      <xsl:if test="normalize-space(@n) ne ''"><span class="added words"><xsl:value-of select="'[' || normalize-space(@unit || ' ' || @n) || ']'"/></span></xsl:if>
    </span>
  </xsl:template>
  <!-- A list that a program is to make (P5 4.7): told by the program, which makes others. -->
  <xsl:template match="divGen" mode="render"><c:unmade name="{@type}" path="{path()}"/></xsl:template>
  <xsl:template match="anchor" mode="render"><span class="anchor"><xsl:call-template name="attributes"/></span></xsl:template>

  <!-- A page of the source starts. Its number is not text: whoever shows it does so from data-n. A number in brackets is not printed. -->
  <xsl:template match="pb" mode="render" priority="20">
    <xsl:variable name="number" as="xs:string" select="translate(@n, '[]', '')"/>
    <!-- A word goes on over the page, as over a line (transcription.xsl). -->
    <xsl:if test="@break = 'no'"><c:join/></xsl:if>
    <span class="pb" role="doc-pagebreak" id="{if (@xml:id) then @xml:id else 'page-' || generate-id()}" data-n="{@n}"
      aria-label="{if ($number = '') then 'Unnumbered page' else 'Page ' || $number}">
      <xsl:if test="@facs"><xsl:attribute name="data-facs" select="@facs"/></xsl:if>
    </span>
  </xsl:template>

  <!-- Other projects' words for the same types: several at once, abbreviated, as renditions, or as CSS (highlighting.xsl). -->
  <xsl:template match="hi" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'hi'"/></xsl:call-template>
      <xsl:call-template name="highlighted"><xsl:with-param name="kinds" select="c:highlights(.)"/></xsl:call-template>
    </span>
  </xsl:template>
  <xsl:template match="hi[@rend = 'roman']" mode="render"><span class="roman"><xsl:apply-templates mode="render"/></span></xsl:template>
  <xsl:template match="hi[@rend = ('superscript', 'sup')]" mode="render"><sup><xsl:apply-templates mode="render"/></sup></xsl:template>
  <xsl:template match="hi[@rend = ('subscript', 'sub')]" mode="render"><sub><xsl:apply-templates mode="render"/></sub></xsl:template>
  <xsl:template match="hi[@rend = 'underline']" mode="render"><u><xsl:apply-templates mode="render"/></u></xsl:template>
  <xsl:template match="hi[@rend = ('strong', 'bold')]" mode="render"><strong><xsl:apply-templates mode="render"/></strong></xsl:template>
  <xsl:template match="hi[@rend = 'smallcaps']" mode="render"><span class="smallcaps"><xsl:apply-templates mode="render"/></span></xsl:template>
  <xsl:template match="hi[@rend = 'italic']" mode="render"><em><xsl:apply-templates mode="render"/></em></xsl:template>

  <!-- Phrases that keep their TEI name as a class. -->
  <xsl:template mode="render" match="seg | idno | affiliation | orgName | name | abbr | num | measure | rs | roleName
    | forename | surname | geogName | country | settlement | region | orig | restore | damage
    | street | email | biblScope | author | editor | publisher | pubPlace | docDate | w | phr | s | caption | ident | bibl | time[not(@from or @to or @when)]
    | catchwords | locus | objectType | addrLine | lem | rdg | wit | rdgGrp | witDetail | am | expansion | mod | retrace | metamark
    | persPronouns | genName | nameLink | addName | bloc | district | sex | nationality | occupation | education
    | residence | faith | state | trait | witness | actor | role | roleDesc | meeting | edition | extent | textLang | c | pc | m | cl | citedRange | docAuthor | objectName | g | characterName | workName | origDate | origPlace | material | support | summary | incipit | explicit | repository | collection">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
    </span>
  </xsl:template>
  <xsl:template match="title | emph | foreign | mentioned | soCalled | distinct" mode="render">
    <em>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
    </em>
  </xsl:template>
  <!-- Several notes at one place. -->
  <xsl:template match="noteGrp" mode="render"><xsl:apply-templates mode="render"/></xsl:template>
  <xsl:template match="code" mode="render"><code><xsl:apply-templates mode="render"/></code></xsl:template>

  <!-- A reference: a page, a document, a note, another volume or the web. -->
  <xsl:template match="ref" mode="render" priority="20">
    <xsl:if test="@xml:id"><xsl:call-template name="address"/></xsl:if>
    <xsl:if test="$has-gathered"><xsl:call-template name="call-address"/></xsl:if>
    <xsl:choose>
      <xsl:when test="starts-with(@target, '#') and node()"><a class="ref" href="{@target}"><xsl:apply-templates mode="render"/></a></xsl:when>
      <!-- One without words is as a pointer. -->
      <xsl:when test="not(node()) and @target">
        <xsl:call-template name="link"><xsl:with-param name="class" select="'ref'"/><xsl:with-param name="text" select="c:pointed-at(.)"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="link"><xsl:with-param name="class" select="'ref'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="ptr" mode="render">
    <xsl:variable name="to" as="xs:string" select="c:pointed(normalize-space(@target))"/>
    <xsl:choose>
      <xsl:when test="map:contains($gathered-ids, $to)">
        <xsl:call-template name="call-address"/>
        <a class="ref" href="#{$to}"><sup class="added words"><xsl:value-of select="c:note-label($gathered-ids($to))"/></sup></a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="link"><xsl:with-param name="class" select="'ref'"/><xsl:with-param name="text" select="c:pointed-at(.)"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Where the way back from a gathered note leads. -->
  <xsl:template name="call-address">
    <xsl:for-each select="c:call-id(.)"><c:address id="{.}"/></xsl:for-each>
  </xsl:template>
  <!-- A pointer has no words of its own: what it leads to is named. -->
  <xsl:function name="c:pointed-at" as="xs:string">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="target" as="xs:string" select="normalize-space($pointer/@target)"/>
    <xsl:variable name="to" as="element()?" select="if (matches($target, '^(https?:|mailto:|frus|/)')) then ()
      else key('identified', c:pointed($target), root($pointer))[1]"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space($to/@n)"/>
    <xsl:sequence select="if ($number ne '' and $to/self::div[@type = 'document']) then 'document ' || $number
      else if ($number ne '' and $to/self::pb) then 'page ' || $number
      else if ($to/self::note) then 'note ' || c:note-label($to)
      else if (normalize-space($to/head[1]) ne '') then '“' || normalize-space(string-join($to/head[1]//text()[not(ancestor::note)])) || '”'
      else if ($to/self::div and normalize-space($to/descendant::dateline[1]) ne '') then '“' || normalize-space(string-join($to/descendant::dateline[1]//text()[not(ancestor::note)])) || '”'
      else if ($to/self::bibl or $to/self::biblStruct or $to/self::person or $to/self::place or $to/self::org or $to/self::item)
        then '“' || c:beginning(string-join(($to/descendant::text()[normalize-space()] ! normalize-space()), ' ')) || '”'
      else replace($target, '^mailto:', '')"/>
  </xsl:function>
  <!-- The first words of a text. -->
  <xsl:function name="c:beginning" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if (string-length($words) le 60) then $words else replace(substring($words, 1, 60), '\s\S*$', '') || ' …'"/>
  </xsl:function>
  <xsl:key name="identified" match="*[@xml:id]" use="@xml:id"/>

  <xsl:template name="link">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="text" as="xs:string?" select="()"/>
    <xsl:variable name="target" as="xs:string" select="string(@target)"/>
    <xsl:choose>
      <xsl:when test="$target = ''"><span class="{$class}"><xsl:apply-templates mode="render"/></span></xsl:when>
      <xsl:when test="matches($target, '^(https?:|mailto:)')">
        <a class="{$class}" href="{$target}"><xsl:call-template name="added-words"><xsl:with-param name="text" select="$text"/></xsl:call-template><xsl:apply-templates mode="render"/></a>
      </xsl:when>
      <!-- A volume of this series, or of any other whose volumes are known by ids as these are: my-series-v2#d3. -->
      <xsl:when test="starts-with($target, 'frus') or (matches($target, '^[A-Za-z_][\w.\-]*#[A-Za-z_][\w.\-]*$') and not(matches($target, '\.(xml|html?|pdf)#')))">
        <a class="external-volume" data-target="{$target}">
          <xsl:variable name="address" as="xs:string?" select="c:address($target)"/>
          <xsl:if test="$address"><xsl:attribute name="href" select="$address"/></xsl:if>
          <xsl:call-template name="added-words"><xsl:with-param name="text" select="$text"/></xsl:call-template><xsl:apply-templates mode="render"/></a>
      </xsl:when>
      <!-- A path of the web site that the file was made for, another file, an address that is no link (urn:…, a prefix of the project's own). -->
      <xsl:when test="not(starts-with($target, '#')) and matches(tokenize($target)[1], '^/|[/:#]|\.(xml|html?|pdf|jpe?g|png|tiff?)$')">
        <xsl:variable name="address" as="xs:string?" select="c:web-address(tokenize($target)[1], .)"/>
        <xsl:element name="{if ($address) then 'a' else 'span'}">
          <xsl:attribute name="class" select="if ($address) then $class else 'unresolved'"/>
          <xsl:attribute name="{if ($address) then 'href' else 'data-target'}" select="($address, $target)[1]"/>
          <xsl:call-template name="added-words"><xsl:with-param name="text" select="$text"/></xsl:call-template><xsl:apply-templates mode="render"/>
        </xsl:element>
      </xsl:when>
      <!-- A pointer that has lost its "#". -->
      <xsl:otherwise><a class="{$class}" href="#{c:pointed($target)}"><xsl:call-template name="added-words"><xsl:with-param name="text" select="$text"/></xsl:call-template><xsl:apply-templates mode="render"/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The address of the web that a relative reference has where the bases of what it stands in say one (P5 1.3.1.1.4; XML Base, 4; RFC 3986, 5): the last
       that is an address of the web, and those inside it. A reference to the file itself ("#d3") needs none (RFC 3986, 4.4). -->
  <xsl:function name="c:web-address" as="xs:string?">
    <xsl:param name="reference" as="xs:string"/>
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="bases" as="xs:string*" select="$pointer/ancestor-or-self::*/@xml:base ! normalize-space()"/>
    <xsl:variable name="last" as="xs:integer?" select="index-of($bases ! matches(., '^[a-zA-Z][a-zA-Z0-9+.-]*:'), true())[last()]"/>
    <xsl:variable name="parts" as="xs:string*" select="subsequence($bases, ($last, 1)[1]), $reference"/>
    <xsl:if test="exists($last) and not(matches($reference, '^[a-zA-Z][a-zA-Z0-9+.-]*:')) and matches($parts[1], '^https?://[^/?#]')
      and (every $part in $parts satisfies matches($part, '^([^\s&lt;&gt;&quot;{}|\\^`%]|%[0-9A-Fa-f]{2})*$'))">
      <xsl:sequence select="fold-left(tail($parts), head($parts), function($base, $part) { string(resolve-uri($part, $base)) })"/>
    </xsl:if>
  </xsl:function>

  <xsl:template name="added-words">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:if test="exists($text)"><span class="added words"><xsl:value-of select="$text"/></span></xsl:if>
  </xsl:template>

  <!-- Where another volume of the series is published: its documents, pages and divisions have addresses made of their ids. -->
  <xsl:function name="c:address" as="xs:string?">
    <xsl:param name="target" as="xs:string"/>
    <xsl:if test="matches($target, '^frus[0-9][A-Za-z0-9-]+(#(d[0-9]+[A-Za-z]?|pg_[A-Z0-9]+|ch[0-9]+|comp[0-9]+))?$')">
      <xsl:sequence select="'https://history.state.gov/historicaldocuments/' || translate($target, '#', '/')"/>
    </xsl:if>
  </xsl:function>

  <!-- Quotation: set off where the source sets it off or where it holds blocks, else in the line. -->
  <xsl:template match="quote | q | said | cit" mode="render"><span class="quote"><xsl:apply-templates mode="render"/></span></xsl:template>
  <xsl:template match="quote[@rend = 'blockquote' or @type = 'blockquote' or p or list or table] | cit[quote]" mode="render">
    <blockquote>
      <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
      <xsl:for-each select="node()">
        <!-- A quotation and where it is from. -->
        <xsl:if test="self::bibl and preceding-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="." mode="render"/>
      </xsl:for-each>
    </blockquote>
  </xsl:template>

  <xsl:template match="choice" mode="render"><span class="choice"><xsl:apply-templates mode="alternative"/></span></xsl:template>
  <!-- The first is what is read; a space parts the others from it, unless the choice is a part of a word. What corrects or expands brings its
       brackets, others get them. -->
  <xsl:template match="choice/*" mode="alternative">
    <xsl:variable name="is-first" as="xs:boolean" select="empty(preceding-sibling::*[normalize-space()])"/>
    <xsl:variable name="has-brackets" as="xs:boolean" select="exists(self::corr | self::reg | self::expan | self::supplied | self::choice | self::sic | self::orig | self::abbr)"/>
    <xsl:if test="not($is-first) and normalize-space() and not(c:goes-on(parent::choice))"><xsl:text> </xsl:text></xsl:if>
    <xsl:choose>
      <xsl:when test="$is-first or $has-brackets or not(normalize-space())"><xsl:apply-templates select="." mode="render"/></xsl:when>
      <xsl:otherwise><span class="added">[or </span><xsl:apply-templates select="." mode="render"/><span class="added">]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="text() | comment() | processing-instruction()" mode="alternative"/>
  <!-- Whether a word has begun before a phrase, or goes on after it. -->
  <xsl:function name="c:goes-on" as="xs:boolean">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="matches(string($phrase/preceding-sibling::node()[1]/self::text()), '[\p{L}\p{N}]$')
      or matches(string($phrase/following-sibling::node()[1]/self::text()), '^[\p{L}\p{N}]')"/>
  </xsl:function>

  <!-- Lines of their own, as a paragraph or in the middle of one. -->
  <xsl:template match="address" mode="render">
    <span class="address"><br/><xsl:call-template name="address-lines"/><br/></span>
  </xsl:template>
  <xsl:template match="div/address | opener/address | closer/address | postscript/address | frus:attachment/address" mode="render">
    <p class="address"><xsl:call-template name="address-lines"/></p>
  </xsl:template>
  <xsl:template name="address-lines">
    <xsl:for-each select="*"><xsl:if test="position() gt 1"><br/></xsl:if><xsl:apply-templates select="." mode="render"/></xsl:for-each>
  </xsl:template>
  <xsl:template match="lg" mode="render"><div class="lg"><xsl:apply-templates mode="render"/></div></xsl:template>
  <xsl:template match="l" mode="render"><p class="l"><xsl:apply-templates mode="render"/></p></xsl:template>
  <xsl:template match="listBibl" mode="render"><xsl:apply-templates select="head" mode="list-head"/><ul class="listBibl"><xsl:for-each select="* except head"><li><xsl:apply-templates select="." mode="render"/></li></xsl:for-each></ul></xsl:template>
</xsl:stylesheet>
