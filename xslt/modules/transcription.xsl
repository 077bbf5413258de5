<?xml version="1.0" encoding="UTF-8"?>
<!-- What the editors supply, mark and leave out (P5 3.5, ch. 12). Signs and words that the edition puts in are of the class added. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="del" mode="render">
    <del><xsl:call-template name="attributes"/><xsl:apply-templates mode="render"/></del>
  </xsl:template>
  <xsl:template match="add" mode="render">
    <ins>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'add'"/></xsl:call-template>
      <xsl:if test="@place"><xsl:attribute name="data-place" select="@place"/></xsl:if>
      <xsl:call-template name="enclosed"><xsl:with-param name="open" select="'‹'"/><xsl:with-param name="close" select="'›'"/></xsl:call-template>
    </ins>
  </xsl:template>
  <xsl:template match="subst" mode="render"><span class="subst"><xsl:apply-templates mode="render"/></span></xsl:template>

  <!-- Letters that expand an abbreviation stand in round brackets, and the word that they make needs no others. -->
  <xsl:template match="ex" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'ex'"/></xsl:call-template>
      <xsl:call-template name="enclosed"><xsl:with-param name="open" select="'('"/><xsl:with-param name="close" select="')'"/></xsl:call-template>
    </span>
  </xsl:template>
  <xsl:template match="expan[ex or .//ex][not(parent::choice)]" mode="render" priority="1">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'expan'"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
    </span>
  </xsl:template>
  <!-- A correction that says nothing takes something away. -->
  <xsl:template match="choice/corr[not(node())]" mode="render" priority="1"><span class="added"> [sic]</span></xsl:template>
  <!-- What the source has and the editor takes out of the text (P5 11.3.3.1; the Leiden conventions). -->
  <xsl:template match="surplus | secl" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:call-template name="enclosed"><xsl:with-param name="open" select="'{'"/><xsl:with-param name="close" select="'}'"/></xsl:call-template>
    </span>
  </xsl:template>

  <!-- What the editor supplies, corrects, regularises or expands stands in brackets. -->
  <xsl:template match="supplied | corr | reg | expan" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:call-template name="enclosed"/>
    </span>
  </xsl:template>
  <xsl:template name="enclosed">
    <xsl:param name="open" as="xs:string" select="'['"/>
    <xsl:param name="close" as="xs:string" select="']'"/>
    <span class="added"><xsl:value-of select="$open"/></span><xsl:apply-templates mode="render"/><span class="added"><xsl:value-of select="$close"/></span>
  </xsl:template>

  <!-- A doubtful reading, and an error that the source has, are followed by the editor's mark. -->
  <xsl:template match="unclear" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'unclear'"/></xsl:call-template>
      <xsl:apply-templates mode="render"/><span class="added">[?]</span>
    </span>
  </xsl:template>
  <xsl:template match="sic" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'sic'"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
      <!-- The correction says it already, or the words that follow. -->
      <xsl:if test="not(parent::choice) and not(matches(string(following::text()[normalize-space()][1]), '^\s*[\[(]\s*sic', 'i'))">
        <span class="added"> [sic]</span>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- What is left out: how much and why, in brackets. The pivot's own tree takes the words away where the sentence says so already
       ("[1 line not declassified]"). -->
  <xsl:template match="gap" mode="render">
    <span class="gap">
      <xsl:for-each select="@reason | @unit | @quantity | @extent"><xsl:attribute name="data-{local-name()}" select="."/></xsl:for-each>
      <xsl:choose>
        <xsl:when test="desc"><xsl:call-template name="enclosed"/></xsl:when>
        <xsl:otherwise><span class="added"><xsl:value-of select="'[' || c:gap-words(.) || ']'"/></span></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>
  <xsl:template match="desc" mode="render"><span class="desc"><xsl:apply-templates mode="render"/></span></xsl:template>
  <!-- "2 lines not declassified", "1 page missing", "illegible", "gap". -->
  <xsl:function name="c:gap-words" as="xs:string">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="reason" as="xs:string" select="normalize-space(translate($gap/@reason, '-_', '  '))"/>
    <xsl:variable name="unit" as="xs:string" select="normalize-space($gap/@unit)"/>
    <xsl:variable name="units" as="xs:string" select="
      if ($gap/(@quantity, @extent) = '1') then replace($unit, '(\w)s$', '$1') else if ($unit = '' or ends-with($unit, 's')) then $unit else $unit || 's'"/>
    <xsl:variable name="extent" as="xs:string" select="
      if (normalize-space($gap/@extent) = 'unknown' and $unit ne '') then 'unknown number of ' || $units
      else if (matches($gap/@extent, '^\s*[0-9]+\s*$')) then normalize-space($gap/@extent || ' ' || $units)
      else if (normalize-space($gap/@extent) ne '') then normalize-space($gap/@extent)
      else if ($gap/@quantity) then normalize-space($gap/@quantity || ' ' || $units) else $unit"/>
    <!-- "2" of `2`, of `2 pages` and of a quantity. -->
    <xsl:variable name="count" as="xs:string" select="replace(normalize-space(($gap/@quantity, $gap/@extent)[1]), '\s*(pages?|unknown)$', '')"/>
    <xsl:sequence select="
      if ($reason = 'convenience' and starts-with($unit, 'page')) then (if ($count = '1' or not($gap/(@quantity, @extent))) then 'blank page' else normalize-space($count || ' blank pages'))
      else if ($extent || $reason = '') then 'gap'
      else if ($reason = '') then 'gap of ' || $extent
      else normalize-space($extent || ' ' || $reason)"/>
  </xsl:function>
  <!-- A space that the writer has left, where nothing in it says so. -->
  <xsl:template match="space" mode="render">
    <span class="space"><xsl:if test="not(node())"><span class="added">[blank]</span></xsl:if><xsl:apply-templates mode="render"/></span>
  </xsl:template>
  <xsl:template match="handShift" mode="render">
    <span><xsl:call-template name="attributes"><xsl:with-param name="class" select="'handShift'"/></xsl:call-template><span class="added words">[hand changes]</span></span>
  </xsl:template>

  <!-- What is deleted, added or damaged from here to an anchor (P5 11.3.1.4). -->
  <xsl:template match="delSpan | addSpan | damageSpan" mode="render">
    <span class="{local-name()}"><span class="added words"><xsl:value-of select="'[' || c:span-word(.) || ' from here] '"/></span></span>
  </xsl:template>
  <xsl:key name="span-end" match="delSpan | addSpan | damageSpan" use="substring-after(normalize-space(@spanTo), '#')"/>
  <xsl:template match="anchor[key('span-end', @xml:id)]" mode="render" priority="1">
    <xsl:next-match/>
    <span class="added words"><xsl:value-of select="key('span-end', @xml:id) ! ('[end of what is ' || c:span-word(.) || ']')"/></span>
  </xsl:template>
  <xsl:function name="c:span-word" as="xs:string">
    <xsl:param name="span" as="element()"/>
    <xsl:sequence select="map { 'delSpan': 'deleted', 'addSpan': 'added', 'damageSpan': 'damaged' }(local-name($span))"/>
  </xsl:function>

  <!-- Running heads, letterheads and stamps of the page. In a sentence they are phrases, which the pivot's own tree moves behind the paragraph. -->
  <xsl:template match="fw | stamp" mode="render">
    <xsl:element name="{if (parent::div or parent::body) then 'p' else 'span'}">
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
    </xsl:element>
  </xsl:template>

  <!-- A line that ends within a word (@break, P5 3.11.3): the word is whole; the pivot's own tree joins it. -->
  <xsl:template match="lb[@break = 'no'] | cb[@break = 'no']" mode="render" priority="1"><c:join/></xsl:template>
</xsl:stylesheet>
